declare module '*.woff2?inline' {
  const dataUrl: string;
  export default dataUrl;
}
