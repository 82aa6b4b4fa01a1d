/** The part of the JSON-LD processor that the tests use. */
declare module 'jsonld' {
  export interface Options {
    /** Throws where a term is not in the context and would be dropped. */
    safe?: boolean;
    format?: string;
    documentLoader?: (url: string) => Promise<never>;
  }
  const processor: {
    expand(document: object, options?: Options): Promise<Record<string, unknown>[]>;
    toRDF(document: object, options?: Options): Promise<string>;
  };
  export default processor;
}
