/**
 * Watches of well-known houses, from what their public catalogues say: reference, calibre, size, metal, water
 * resistance. Prices are rounded Hong Kong list prices, good enough for a sample and nothing else.
 *
 * Columns: family; 中文; reference; mm; thickness; lug; metal; bezel[:colour]; dial; markers; strap[:colour]; calibre;
 * movement; reserve h; water m; complications joined by +; HK$; flags (w m u wearer; s scarce; g gem-set; a shape).
 */

export interface BrandBlock {
  brand: string;
  brandZh: string;
  policyId: string;
  /** Invented by this project, so that the shop has goods nobody else's catalogue knows. */
  invented: boolean;
  rows: string;
}

export const WATCH_BRANDS: readonly BrandBlock[] = [
  {
    brand: 'Rolex',
    brandZh: '勞力士',
    policyId: 'rolex-2015',
    invented: false,
    rows: `
Oyster Perpetual 36;蠔式恆動 36;126000;36;11.6;20;steel;smooth;green;batons;bracelet;3230;automatic;70;100;;52700;u
Oyster Perpetual 41;蠔式恆動 41;134300;41;11.9;21;steel;smooth;blue;batons;bracelet;3230;automatic;70;100;;57600;m
Oyster Perpetual 31;蠔式恆動 31;277200;31;10.9;17;steel;smooth;pink;batons;bracelet;2232;automatic;55;100;;48500;w
Datejust 36;日誌型 36;126234;36;11.7;20;steel;fluted;blue;batons;bracelet;3235;automatic;70;100;date;79600;us
Datejust 36;日誌型 36;126233;36;11.7;20;two-tone;fluted;champagne;diamonds;bracelet;3235;automatic;70;100;date;121400;ug
Datejust 41;日誌型 41;126300;41;11.6;21;steel;smooth;grey;batons;bracelet;3235;automatic;70;100;date;70700;m
Datejust 41;日誌型 41;126334;41;11.6;21;steel;fluted;green;batons;bracelet;3235;automatic;70;100;date;92100;ms
Datejust 41;日誌型 41;126331;41;11.6;21;two-tone-rose;fluted;brown;batons;bracelet;3235;automatic;70;100;date;131700;m
Datejust 31;日誌型 31;278271;31;10.9;17;two-tone-rose;fluted;purple;roman;bracelet;2236;automatic;55;100;date;116900;w
Lady-Datejust;女裝日誌型;279173;28;10.5;14;two-tone;fluted;mother-of-pearl;diamonds;bracelet;2236;automatic;55;100;date;118200;wg
Day-Date 40;星期日曆型 40;228238;40;12;20;yellow-gold;fluted;champagne;batons;bracelet;3255;automatic;70;100;day-date;336000;ms
Day-Date 36;星期日曆型 36;128235;36;12;20;rose-gold;fluted;green;diamonds;bracelet;3255;automatic;70;100;day-date;338500;ugs
Submariner;潛航者;124060;41;12.5;21;steel;diver:black;black;diver;bracelet;3230;automatic;70;300;;80100;ms
Submariner Date;潛航者日曆;126610LN;41;12.5;21;steel;diver:black;black;diver;bracelet;3235;automatic;70;300;date;90100;ms
Submariner Date;潛航者日曆;126610LV;41;12.5;21;steel;diver:green;black;diver;bracelet;3235;automatic;70;300;date;94800;ms
Submariner Date;潛航者日曆;126613LB;41;12.5;21;two-tone;diver:blue;blue;diver;bracelet;3235;automatic;70;300;date;134500;ms
GMT-Master II;格林尼治型 II;126710BLRO;40;12;20;steel;gmt:red;black;diver;bracelet;3285;automatic;70;100;date+gmt;94400;ms
GMT-Master II;格林尼治型 II;126710BLNR;40;12;20;steel;gmt:navy;black;diver;bracelet;3285;automatic;70;100;date+gmt;94400;ms
Cosmograph Daytona;宇宙計型迪通拿;126500LN;40;11.9;20;steel;tachymeter:black;white;batons;bracelet;4131;automatic;72;100;chronograph;133300;ms
Cosmograph Daytona;宇宙計型迪通拿;126508;40;11.9;20;yellow-gold;tachymeter;green;batons;bracelet;4131;automatic;72;100;chronograph;361000;ms
Explorer;探險家型;124270;36;11.5;19;steel;smooth;black;arabic;bracelet;3230;automatic;70;100;;63200;u
Explorer II;探險家型 II;226570;42;12.5;21;steel;gmt;white;diver;bracelet;3285;automatic;70;100;date+gmt;83500;m
Sea-Dweller;海使型;126600;43;15.5;22;steel;diver:black;black;diver;bracelet;3235;automatic;70;1220;date;115600;m
Yacht-Master 40;遊艇名仕型 40;126622;40;11.7;20;steel;diver:silver;grey;diver;bracelet;3235;automatic;70;100;date;107600;m
Sky-Dweller;縱航者型;336934;42;14.1;22;steel;fluted;blue;batons;bracelet;9002;automatic;72;100;annual-calendar+gmt;134300;ms
Perpetual 1908;恆動 1908;52508;39;9.5;20;yellow-gold;fluted;white;arabic;alligator:brown;7140;automatic;66;50;small-seconds;189700;m`,
  },
  {
    brand: 'Patek Philippe',
    brandZh: '百達翡麗',
    policyId: 'patek-2020',
    invented: false,
    rows: `
Calatrava;Calatrava;6119G-001;39;8.1;21;white-gold;fluted;grey;batons;alligator:black;30-255 PS;manual;65;30;small-seconds;262300;m
Calatrava;Calatrava;6119R-001;39;8.1;21;rose-gold;fluted;white;batons;alligator:brown;30-255 PS;manual;65;30;small-seconds;262300;m
Calatrava;Calatrava;5227J-001;39;9.2;21;yellow-gold;smooth;cream;batons;alligator:brown;26-330 S C;automatic;45;30;date;329600;m
Nautilus;Nautilus;5811/1G-001;41;8.2;25;white-gold;smooth;blue;batons;bracelet;26-330 S C;automatic;45;120;date;586000;msO
Nautilus;Nautilus;5712/1A-001;40;8.5;25;steel;smooth;blue;batons;bracelet;240 PS IRM C LU;automatic;48;60;moonphase+date+power-reserve;408000;msO
Aquanaut;Aquanaut;5167A-001;40;8.1;21;steel;smooth;black;arabic;rubber:black;26-330 S C;automatic;45;120;date;206400;msC
Aquanaut Luce;Aquanaut Luce;5267/200A-010;38.8;8.5;20;steel;diamonds;white;arabic;rubber:white;E23-250 S C;quartz;;120;date;173600;wgsC
Twenty~4;Twenty~4;4910/1200A-001;30;7;15;steel;diamonds;blue;roman;bracelet;E15;quartz;;30;;133400;wgR
Twenty~4 Automatic;Twenty~4 自動;7300/1200A-001;36;10.1;17;steel;diamonds;blue;arabic;bracelet;324 S C;automatic;45;30;date;252700;wg
Annual Calendar;年曆;5205R-011;40;11.4;20;rose-gold;smooth;blue;batons;alligator:blue;26-330 S QA LU 24H;automatic;45;30;annual-calendar+moonphase;493000;m
World Time;世界時間;5230P-001;38.5;10.2;20;platinum;smooth;blue;batons;alligator:black;240 HU;automatic;48;30;world-time;598000;m
Golden Ellipse;Golden Ellipse;5738R-001;39.5;5.9;20;rose-gold;smooth;black;batons;alligator:black;240;automatic;48;30;;281900;mC`,
  },
  {
    brand: 'Omega',
    brandZh: '歐米茄',
    policyId: 'omega-2018',
    invented: false,
    rows: `
Speedmaster Moonwatch;超霸月球錶;310.30.42.50.01.001;42;13.2;20;steel;tachymeter:black;black;batons;bracelet;3861;manual;50;50;chronograph;58900;m
Speedmaster Moonwatch;超霸月球錶;310.30.42.50.04.001;42;13.2;20;steel;tachymeter:black;white;batons;bracelet;3861;manual;50;50;chronograph;68500;ms
Speedmaster 38;超霸 38;324.30.38.50.55.001;38;14.7;18;steel;tachymeter:brown;champagne;batons;bracelet;3330;automatic;52;100;chronograph+date;49500;w
Speedmaster '57;超霸 '57;332.10.41.51.03.001;40.5;13;20;steel;tachymeter;blue;batons;bracelet;9906;manual;60;50;chronograph+date;77300;m
Seamaster Diver 300M;海馬 300 米潛水錶;210.30.42.20.01.001;42;13.6;20;steel;diver:black;black;diver;bracelet;8800;automatic;55;300;date;48700;m
Seamaster Diver 300M;海馬 300 米潛水錶;210.30.42.20.03.001;42;13.6;20;steel;diver:blue;blue;diver;bracelet;8800;automatic;55;300;date;48700;m
Seamaster Diver 300M;海馬 300 米潛水錶;210.32.42.20.04.001;42;13.6;20;steel;diver:white;white;diver;rubber:white;8800;automatic;55;300;date;46300;m
Seamaster Diver 007;海馬 007 特別版;210.90.42.20.01.001;42;13;20;titanium;diver:brown;brown;diver;mesh;8806;automatic;55;300;;80100;m
Seamaster Planet Ocean;海馬海洋宇宙;215.30.44.21.01.002;43.5;16.1;21;steel;diver:black;black;diver;bracelet;8900;automatic;60;600;date;62100;m
Seamaster Aqua Terra;海馬 Aqua Terra;220.10.41.21.03.004;41;13.2;20;steel;smooth;blue;batons;bracelet;8900;automatic;60;150;date;51900;m
Seamaster Aqua Terra;海馬 Aqua Terra;220.10.38.20.10.001;38;12.3;19;steel;smooth;green;batons;bracelet;8800;automatic;55;150;date;51900;u
Seamaster Aqua Terra;海馬 Aqua Terra;220.10.34.20.60.001;34;11.9;16;steel;smooth;pink;batons;bracelet;8800;automatic;55;150;date;51900;w
Constellation 28;星座 28;131.20.28.60.55.002;28;9;16;two-tone;smooth;mother-of-pearl;diamonds;bracelet;4061;quartz;;50;;47500;wg
Constellation 29;星座 29;131.10.29.20.52.001;29;12;16;steel;smooth;silver;diamonds;bracelet;8700;automatic;50;50;date;60700;wg
Constellation 41;星座 41;131.33.41.21.03.001;41;13.5;20;steel;smooth;blue;roman;alligator:blue;8900;automatic;60;50;date;58600;m
De Ville Prestige;碟飛典雅;434.13.40.20.02.001;40;11;20;steel;smooth;silver;roman;alligator:brown;8800;automatic;55;30;date;36200;m
De Ville Trésor;碟飛名典;428.18.36.60.04.001;36;9;17;steel;diamonds;white;roman;satin:blue;4061;quartz;;30;;41300;wg`,
  },
  {
    brand: 'Cartier',
    brandZh: '卡地亞',
    policyId: 'cartier-2019',
    invented: false,
    rows: `
Tank Must;Tank Must;WSTA0041;33.7;6.6;18;steel;smooth;silver;roman;leather:black;quartz;quartz;;30;;26600;uR
Tank Must;Tank Must;WSTA0051;29.5;6.6;16;steel;smooth;silver;roman;bracelet;quartz;quartz;;30;;31400;wR
Tank Louis Cartier;Tank Louis Cartier;WGTA0011;33.7;6.6;18;rose-gold;smooth;silver;roman;alligator:brown;1917 MC;manual;38;30;;109000;uR
Tank Louis Cartier;Tank Louis Cartier;WGTA0059;33.7;6.6;18;yellow-gold;smooth;burgundy;plain;alligator:burgundy;1917 MC;manual;38;30;;118000;uR
Tank Française;Tank Française;WSTA0065;25.7;6.8;14;steel;smooth;silver;roman;bracelet;quartz;quartz;;30;;33100;wR
Santos de Cartier;Santos de Cartier;WSSA0018;39.8;9.1;20;steel;screws;silver;roman;bracelet;1847 MC;automatic;42;100;date;64000;mS
Santos de Cartier;Santos de Cartier;WSSA0030;39.8;9.4;20;steel;screws;blue;roman;bracelet;1847 MC;automatic;42;100;date;66500;mS
Santos de Cartier;Santos de Cartier;WSSA0062;39.8;9.4;20;steel;screws;green;roman;bracelet;1847 MC;automatic;42;100;date;66500;mS
Santos-Dumont;Santos-Dumont;WSSA0022;31.4;7.3;18;steel;screws;silver;roman;alligator:navy;quartz;quartz;;30;;36200;uS
Ballon Bleu 36;Ballon Bleu 36;WSBB0048;36;12.1;18;steel;smooth;silver;roman;bracelet;1847 MC;automatic;42;30;;56500;w
Ballon Bleu 28;Ballon Bleu 28;W69010Z4;28;9.4;14;steel;smooth;silver;roman;bracelet;quartz;quartz;;30;;43900;w
Ballon Bleu 33;Ballon Bleu 33;W2BB0023;33;10.2;16;two-tone;smooth;silver;roman;bracelet;076;automatic;42;30;;82500;w
Panthère;Panthère;WSPN0006;23;6;12;steel;smooth;silver;roman;bracelet;quartz;quartz;;30;;33900;wS
Panthère;Panthère;WGPN0008;23;6;12;yellow-gold;smooth;silver;roman;bracelet;quartz;quartz;;30;;187000;wS
Pasha;Pasha;WSPA0009;41;9.6;20;steel;smooth;silver;arabic;bracelet;1847 MC;automatic;47;100;;59000;m
Pasha 35;Pasha 35;WSPA0013;35;9.4;17;steel;smooth;silver;arabic;bracelet;1847 MC;automatic;40;100;date;55500;w`,
  },
  {
    brand: 'Tudor',
    brandZh: '帝舵',
    policyId: 'house-2021',
    invented: false,
    rows: `
Black Bay 58;碧灣 58 型;M79030N-0001;39;11.9;20;steel;diver:black;black;diver;bracelet;MT5402;automatic;70;200;;31900;u
Black Bay 58;碧灣 58 型;M79030B-0001;39;11.9;20;steel;diver:navy;navy;diver;bracelet;MT5402;automatic;70;200;;31900;u
Black Bay 54;碧灣 54 型;M79000N-0001;37;11.2;20;steel;diver:black;black;diver;rubber:black;MT5400;automatic;70;200;;29600;u
Black Bay;碧灣型;M7941A1A0RU-0001;41;13.6;22;steel;diver:burgundy;black;diver;bracelet;MT5602-U;automatic;70;200;;37200;m
Black Bay GMT;碧灣格林尼治型;M79830RB-0001;41;14.6;22;steel;gmt:burgundy;black;diver;bracelet;MT5652;automatic;70;200;date+gmt;35300;m
Black Bay Chrono;碧灣計時型;M79360N-0002;41;14.2;22;steel;tachymeter:black;white;diver;bracelet;MT5813;automatic;70;200;chronograph+date;44100;m
Black Bay 31;碧灣 31 型;M79600-0002;31;11;18;steel;smooth;blue;diver;bracelet;MT5201;automatic;50;100;;27100;w
Pelagos 39;領潛 39;M25407N-0001;39;11.8;21;titanium;diver:black;black;diver;bracelet;MT5400;automatic;70;200;;37800;m
Ranger;游俠型;M79950-0001;39;12;20;steel;smooth;black;arabic;bracelet;MT5402;automatic;70;100;;25500;m
Royal 41;皇家型 41;M28600-0005;41;11.6;22;steel;fluted;blue;roman;bracelet;T603;automatic;38;100;day-date;20300;m
Royal 28;皇家型 28;M28303-0007;28;9.6;16;two-tone;fluted;champagne;diamonds;bracelet;T201;automatic;38;100;date;26900;wg
1926;1926 型;M91650-0001;41;10;20;steel;smooth;white;arabic;bracelet;T601;automatic;38;100;date;15900;m`,
  },
  {
    brand: 'Grand Seiko',
    brandZh: '冠藍獅',
    policyId: 'house-2021',
    invented: false,
    rows: `
Heritage Snowflake;傳統系列「雪白」;SBGA211;41;12.5;20;titanium;smooth;white;batons;bracelet;9R65;spring-drive;72;100;date+power-reserve;47800;m
Evolution 9 White Birch;Evolution 9「白樺林」;SLGH005;40;11.7;22;steel;smooth;silver;batons;bracelet;9SA5;automatic;80;100;date;72800;ms
Evolution 9 Lake Suwa;Evolution 9「諏訪湖」;SLGA007;40;11.8;20;steel;smooth;blue;batons;bracelet;9RA2;spring-drive;120;30;date+power-reserve;75000;m
Elegance;優雅系列;SBGW231;37.3;11.6;18;steel;smooth;cream;batons;alligator:brown;9S64;manual;72;30;;34900;u
Heritage Quartz;傳統系列石英;SBGX261;37;10;19;steel;smooth;black;batons;bracelet;9F62;quartz;;100;date;20500;u
Sport GMT;運動系列 GMT;SBGN003;39;12.1;20;steel;gmt;black;diver;bracelet;9F86;quartz;;100;date+gmt;25100;m
Elegance Ladies;優雅系列女裝;STGK009;27.8;10.8;14;steel;smooth;pink;diamonds;bracelet;9S27;automatic;50;30;date;48400;wg`,
  },
  {
    brand: 'Longines',
    brandZh: '浪琴',
    policyId: 'house-2021',
    invented: false,
    rows: `
Master Collection;名匠系列;L2.793.4.78.3;40;9.8;20;steel;smooth;silver;arabic;alligator:brown;L888;automatic;72;30;date;20300;m
Master Collection Moonphase;名匠月相;L2.909.4.92.0;40;11.2;20;steel;smooth;blue;batons;alligator:blue;L899;automatic;72;30;moonphase+date;24700;m
Master Collection 34;名匠 34;L2.357.4.87.6;34;9.2;17;steel;smooth;mother-of-pearl;diamonds;bracelet;L592;automatic;45;30;date;25400;wg
Spirit;先行者系列;L3.810.4.53.6;40;12.4;21;steel;smooth;black;arabic;bracelet;L888;automatic;72;100;date;20400;m
Spirit Zulu Time;先行者兩地時間;L3.812.4.63.6;42;13.9;22;steel;gmt:green;green;arabic;bracelet;L844;automatic;72;100;date+gmt;27100;m
HydroConquest;康卡斯潛水系列;L3.781.4.56.6;41;11.9;21;steel;diver:black;black;diver;bracelet;L888;automatic;72;300;date;14300;m
HydroConquest;康卡斯潛水系列;L3.781.4.96.6;41;11.9;21;steel;diver:blue;blue;diver;bracelet;L888;automatic;72;300;date;14300;m
Legend Diver;傳奇潛水員;L3.764.4.90.0;39;12.7;20;steel;smooth;navy;diver;rubber:navy;L888;automatic;72;300;;24300;m
DolceVita;黛綽維納;L5.255.4.71.6;28.2;7.4;14;steel;smooth;silver;roman;bracelet;L178;quartz;;30;small-seconds;12700;wR
PrimaLuna;心月系列;L8.122.4.87.6;30.5;9.2;16;steel;smooth;mother-of-pearl;diamonds;bracelet;L250;quartz;;30;moonphase;16900;wg
Record;開創者系列;L2.321.4.11.6;30;9.2;16;steel;smooth;white;roman;bracelet;L592;automatic;45;30;date;17900;w
Flagship Heritage;軍旗復刻;L4.795.4.78.2;38.5;10.3;20;steel;smooth;cream;batons;leather:brown;L892;automatic;72;30;small-seconds;16100;u`,
  },
  {
    brand: 'Tissot',
    brandZh: '天梭',
    policyId: 'house-2021',
    invented: false,
    rows: `
PRX Powermatic 80;PRX 機械;T137.407.11.041.00;40;10.9;12;steel;smooth;blue;batons;bracelet;Powermatic 80;automatic;80;100;date;5550;uC
PRX Powermatic 80;PRX 機械;T137.407.11.091.00;40;10.9;12;steel;smooth;green;batons;bracelet;Powermatic 80;automatic;80;100;date;5550;uC
PRX 35;PRX 35;T137.207.11.351.00;35;10.9;11;steel;smooth;ice-blue;batons;bracelet;Powermatic 80;automatic;80;100;date;5550;uC
PRX Quartz;PRX 石英;T137.410.11.051.00;40;10.4;12;steel;smooth;black;batons;bracelet;F06.115;quartz;;100;date;3250;uC
Le Locle Powermatic 80;力洛克;T006.407.11.053.00;39.3;9.8;19;steel;smooth;black;roman;bracelet;Powermatic 80;automatic;80;30;date;5450;m
Gentleman Powermatic 80;Gentleman;T127.407.11.041.00;40;11.5;21;steel;smooth;blue;batons;bracelet;Powermatic 80;automatic;80;100;date;6750;m
Seastar 1000;海星 1000;T120.407.17.041.00;43;12.7;21;steel;diver:blue;blue;diver;rubber:blue;Powermatic 80;automatic;80;300;date;6350;m
Lovely;樂愛系列;T058.009.11.031.00;19.5;6;8;steel;smooth;silver;roman;bracelet;980.106;quartz;;30;;2450;w
Bellissima;臻美系列;T126.010.11.013.00;26;7.8;14;steel;smooth;white;roman;bracelet;F03.111;quartz;;50;date;2950;w
Visodate;復刻 1957;T118.430.16.051.00;42;11.6;20;steel;smooth;black;batons;leather:black;Powermatic 80;automatic;80;30;day-date;5150;m`,
  },
  {
    brand: 'Seiko',
    brandZh: '精工',
    policyId: 'house-2021',
    invented: false,
    rows: `
Prospex Diver;Prospex 潛水錶;SPB143J1;40.5;13.2;20;steel;diver:grey;grey;diver;bracelet;6R35;automatic;70;200;date;8900;m
Prospex Turtle;Prospex「海龜」;SRPE93K1;45;13.4;22;steel;diver:black;black;diver;rubber:black;4R36;automatic;41;200;day-date;3980;mC
Prospex Alpinist;Prospex 登山者;SPB121J1;39.5;13.2;20;steel;smooth;green;arabic;leather:brown;6R35;automatic;70;200;date;5980;m
Presage Cocktail Time;Presage 調酒師;SRPB41J1;40.5;11.8;20;steel;smooth;ice-blue;batons;bracelet;4R35;automatic;41;50;date;3780;u
Presage Cocktail Time;Presage 調酒師;SRPD37J1;40.5;11.8;20;steel;smooth;green;batons;leather:brown;4R35;automatic;41;50;date;3580;u
Presage Enamel;Presage 琺瑯;SPB047J1;40.5;12.4;20;steel;smooth;white;roman;leather:brown;6R15;automatic;50;100;date;9200;m
5 Sports;5 號運動;SRPD55K1;42.5;13.4;22;steel;diver:black;black;diver;bracelet;4R36;automatic;41;100;day-date;2480;m
5 Sports GMT;5 號運動 GMT;SSK003K1;42.5;13.6;22;steel;gmt:blue;blue;diver;bracelet;4R34;automatic;41;100;date+gmt;3780;m
Lukia;Lukia;SSVW198J;28;8.6;13;two-tone-rose;smooth;pink;roman;bracelet;1B35;solar;;100;date;5200;w`,
  },
  {
    brand: 'IWC',
    brandZh: '萬國錶',
    policyId: 'house-2021',
    invented: false,
    rows: `
Portugieser Chronograph;葡萄牙計時腕錶;IW371605;41;13;20;steel;smooth;white;arabic;alligator:blue;69355;automatic;46;30;chronograph+small-seconds;68000;m
Portugieser Automatic 40;葡萄牙自動腕錶 40;IW358303;40.4;12.3;20;steel;smooth;silver;arabic;alligator:black;82200;automatic;60;30;small-seconds;61500;m
Pilot's Mark XX;飛行員馬克二十;IW328201;40;10.8;20;steel;smooth;black;arabic;leather:black;32111;automatic;120;100;date;46300;m
Pilot's Mark XX;飛行員馬克二十;IW328203;40;10.8;20;steel;smooth;blue;arabic;leather:blue;32111;automatic;120;100;date;46300;m
Big Pilot 43;大型飛行員 43;IW329301;43;13.6;21;steel;smooth;black;arabic;leather:brown;82100;automatic;60;100;;76500;m
Portofino 40;柏濤菲諾 40;IW356501;40;9.3;20;steel;smooth;silver;batons;alligator:black;35111;automatic;42;50;date;42700;m
Portofino 34;柏濤菲諾 34;IW357412;34;8.7;16;steel;diamonds;blue;diamonds;alligator:blue;35100;automatic;50;50;date;66000;wg
Ingenieur 40;工程師 40;IW328903;40;10.7;20;steel;screws;turquoise;batons;bracelet;32111;automatic;120;100;date;97500;ms`,
  },
  {
    brand: 'Jaeger-LeCoultre',
    brandZh: '積家',
    policyId: 'house-2021',
    invented: false,
    rows: `
Reverso Classic Medium;Reverso 經典中型;Q2438520;40.1;8.8;20;steel;smooth;silver;arabic;alligator:brown;822;manual;42;30;;62500;uR
Reverso Tribute Monoface;Reverso Tribute;Q713257J;40.1;7.6;20;steel;smooth;green;batons;leather:green;822;manual;42;30;;75000;mR
Reverso One;Reverso One;Q3288420;40.1;8.5;16;steel;diamonds;silver;arabic;alligator:burgundy;657;quartz;;30;;54500;wgR
Master Ultra Thin Moon;超薄大師月相;Q1368430;39;9.3;20;steel;smooth;silver;batons;alligator:black;925;automatic;70;50;moonphase+date;88500;m
Master Control Date;大師日曆;Q4018420;40;8.8;20;steel;smooth;silver;batons;leather:brown;899;automatic;70;50;date;70000;m
Polaris Date;北宸系列;Q9068671;42;13.1;22;steel;smooth;blue;arabic;rubber:blue;899;automatic;70;200;date;83500;m
Rendez-Vous;約會系列;Q3468430;34;8.9;16;steel;diamonds;silver;arabic;alligator:black;898B;automatic;40;30;;98500;wg`,
  },
  {
    brand: 'TAG Heuer',
    brandZh: '豪雅',
    policyId: 'house-2021',
    invented: false,
    rows: `
Carrera Chronograph;卡萊拉計時;CBS2210.FC6534;39;13.9;20;steel;tachymeter;black;batons;leather:black;TH20-00;automatic;80;100;chronograph+date;50700;m
Aquaracer 300;競潛 300;WBP5110.BA0013;42;12;21;steel;diver:black;black;diver;bracelet;TH31-00;automatic;80;300;date;30100;m
Aquaracer 30;競潛 30;WBP1417.BA0622;30;10;15;steel;smooth;mother-of-pearl;diamonds;bracelet;quartz;quartz;;200;date;25200;wg
Monaco;摩納哥;CBL2111.FC6453;39;15;22;steel;smooth;blue;batons;leather:black;Heuer 02;automatic;80;100;chronograph+date;67500;mS`,
  },
  {
    brand: 'Casio',
    brandZh: '卡西歐',
    policyId: 'house-2021',
    invented: false,
    rows: `
G-Shock 2100;G-Shock 2100;GA-2100-1A1;45;11.8;16;resin;screws;black;batons;rubber:black;5611;quartz;;200;world-time+date;990;uO
G-Shock 2100;G-Shock 2100;GA-2100-7A;45;11.8;16;resin;screws;white;batons;rubber:white;5611;quartz;;200;world-time+date;990;uO
G-Shock Full Metal;G-Shock 全金屬;GM-B2100D-1A;44;12.8;16;steel;screws;black;batons;bracelet;5713;solar;;200;world-time+date;4590;mO`,
  },
];
