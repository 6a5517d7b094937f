/** English given names of Hong Kong people, and the names of Westerners, South Asians and Japanese who live there. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const ENGLISH_MALE = words(`
  Peter Andy David Michael Kelvin Eric Jason Raymond Patrick Alan Alex Simon Tony Danny Vincent Kenneth Stephen Edmond Gary Henry
  Ivan Jack Jacky Joe Johnny Ken Kevin Leo Marco Martin Matthew Nelson Oscar Paul Philip Ricky Robert Ronald Sam Terence Thomas
  Victor Wallace William Wilson Anson Anthony Arthur Benny Billy Bosco Calvin Carlos Chris Clement Daniel Derek Dickson Dominic
  Donald Douglas Eddie Edward Edwin Elton Ernest Felix Francis Frankie Fred Gabriel George Gilbert Harry Herman Howard Hugo Issac
  Jackson James Jasper Jeff Jeremy Jerry Jimmy Jonathan Joseph Justin Keith Lawrence Louis Lucas Mark Max Nathan Nicholas Norman
  Owen Ray Rex Roger Roy Ryan Samson Samuel Sunny Ted Tim Timothy Toby Tommy Wilfred Winston`);

export const ENGLISH_FEMALE = words(`
  Amy Angel Angela Anita Ann Anna Annie Athena Ashley Bella Betty Bonnie Brenda Candy Carmen Carol Carrie Catherine Cathy Cherry
  Christine Christy Cindy Claire Clara Connie Daisy Debbie Denise Doris Elaine Elsa Emily Emma Erica Esther Eunice Eva Fanny Fiona
  Flora Florence Gigi Gloria Grace Hazel Heidi Helen Hilda Ida Ingrid Irene Iris Ivy Jacqueline Jane Janet Janice Jasmine Jennifer
  Jenny Jessica Jessie Joanne Jocelyn Josephine Joyce Judy Julia Karen Kathy Katie Kitty Kelly Kimmy Lily Linda Lisa Lorraine Louisa
  Lucy Maggie Mandy Margaret Maria Mary May Megan Michelle Miranda Miriam Nancy Natalie Nicole Olivia Pamela Peggy Phoebe Polly
  Queenie Rachel Rebecca Rita Rosa Ruby Ruth Sally Sandy Sarah Selina Sharon Shirley Sophia Stella Stephanie Susan Tiffany Teresa
  Valerie Vanessa Venus Veronica Vicky Virginia Vivian Wendy Winnie Yolanda Yvonne Zoe`);

export const WESTERN_FAMILY = words(`
  Anderson Baker Barrett Bennett Brennan Campbell Carter Clarke Collins Cooper Crawford Davies Dubois Edwards Ferrari Fischer Fletcher
  Foster Fraser Gallagher Graham Griffiths Harrington Hayes Henderson Hughes Jansen Johansson Keller Kennedy Lambert Laurent Lindqvist
  MacLeod Marshall Martin Mitchell Moreau Morgan Müller Murray Novak O'Connor O'Sullivan Palmer Parker Patterson Pearson Reynolds Ricci
  Richardson Robertson Rossi Schneider Silva Sinclair Spencer Stewart Thornton Turner Vandijk Walker Weber Whitfield Wilkinson`);

export const WESTERN_MALE = words(`
  Adam Adrian Andrew Benjamin Charles Christophe Colin Duncan Etienne Gareth Giles Graeme Hamish Hans Ian Jean-Luc Julian Lars Luca
  Marcus Neil Nigel Oliver Pierre Richard Rupert Sebastian Stefan Stuart Tobias`);

export const WESTERN_FEMALE = words(`
  Alice Amelia Caroline Charlotte Chiara Chloé Diana Eleanor Elisabeth Fiona Francesca Harriet Helena Imogen Isabelle Johanna Kate
  Laura Lucie Madeleine Marianne Natasha Philippa Sabine Siobhan Sophie Susannah Ursula Victoria Zara`);

export const SOUTH_ASIAN_FAMILY = words(`
  Agarwal Bhatia Chugani Daswani Fernando Gidwani Gurung Jain Kapoor Khan Kumar Lalwani Mahtani Mehta Mirpuri Nair
  Patel Perera Rai Sharma Singh Thapa Uttam Vaswani`);
export const SOUTH_ASIAN_MALE = words(
  'Anil Arjun Deepak Gopal Imran Karan Mohan Nikhil Rajesh Rohan Sanjay Sunil Suresh Vijay Vikram Bishal',
);
export const SOUTH_ASIAN_FEMALE = words(
  'Anita Anjali Asha Divya Kavita Lakshmi Meera Neha Priya Radhika Rekha Shalini Sunita Sita Ayesha Nisha',
);

export interface JapaneseName {
  characters: string;
  romanised: string;
}

const japanese = (rows: string): readonly JapaneseName[] =>
  words(rows).map((row) => {
    const [characters = '', romanised = ''] = row.split('|');
    return { characters, romanised };
  });

export const JAPANESE_FAMILY = japanese(`
  佐藤|Sato 鈴木|Suzuki 高橋|Takahashi 田中|Tanaka 伊藤|Ito 渡辺|Watanabe 山本|Yamamoto 中村|Nakamura 小林|Kobayashi 加藤|Kato
  吉田|Yoshida 山田|Yamada 佐々木|Sasaki 松本|Matsumoto 井上|Inoue 木村|Kimura 清水|Shimizu 斎藤|Saito 森|Mori 池田|Ikeda`);
export const JAPANESE_MALE = japanese(`
  健太|Kenta 大輔|Daisuke 拓也|Takuya 翔太|Shota 直樹|Naoki 誠|Makoto 浩|Hiroshi 和也|Kazuya 隆|Takashi 亮|Ryo`);
export const JAPANESE_FEMALE = japanese(`
  美咲|Misaki 陽子|Yoko 由美|Yumi 裕子|Yuko 直子|Naoko 恵|Megumi 愛|Ai 香織|Kaori 千尋|Chihiro 真由美|Mayumi`);
