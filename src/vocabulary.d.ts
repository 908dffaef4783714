// Vocabulary files are data; what they hold is `unknown` until a zod schema has read it.
declare module '*.yaml' {
  const value: unknown;
  export default value;
}
declare module '*.csv' {
  const value: string;
  export default value;
}
