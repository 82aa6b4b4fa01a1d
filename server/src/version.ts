/** The version of the product, written in by the build. */
declare const rapporteurVersion: string | undefined;

export const version: string = typeof rapporteurVersion === 'string' ? rapporteurVersion : 'development';
