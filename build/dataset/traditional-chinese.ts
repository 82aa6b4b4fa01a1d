/** Names in the traditional characters of Taiwan and Hong Kong, made from the simplified ones that the records have. */
import { Converter } from 'opencc-js/cn2t';

const converters = (['t', 'tw', 'hk', 'twp'] as const).map((to) => Converter({ from: 'cn', to }));

/** The ways to write a name in traditional characters, with Taiwan's own words (`網際網路`) too; none that is the name itself. */
export function inTraditionalCharacters(name: string): string[] {
  return [...new Set(converters.map((convert) => convert(name)))].filter((written) => written !== name);
}
