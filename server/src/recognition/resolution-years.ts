/**
 * In which years a resolution of a United Nations organ can have been adopted, by its number. Other bodies number theirs alike:
 * Resolution 2485 (2023) is one of the Parliamentary Assembly of the Council of Europe, for the Security Council's 2485 is of 2019.
 *
 * Source: the lists of resolutions of the Council by year (https://main.un.org/securitycouncil/en/content/resolutions-0), by the
 * last number of each; sessions of the Assembly begin in September, the first in 1946, those of the Human Rights Council are three
 * a year since 2006.
 */

const firstYear = 1946;
/** The number of the Security Council's last resolution of each year from 1946 to 2024. */
const lastOfYear: readonly number[] = [
  ...[
    15, 37, 66, 78, 89, 96, 98, 103, 104, 110, 121, 126, 131, 132, 160, 170, 177, 185, 199, 219, 232, 244, 262, 275,
    291,
  ],
  ...[
    307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 528, 545, 559, 580, 593, 606, 626, 646, 683, 725, 803, 896,
  ],
  ...[
    969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2032, 2085,
    2132,
  ],
  ...[2195, 2259, 2336, 2397, 2451, 2503, 2560, 2617, 2671, 2721, 2767],
];
const lastKnownYear = firstYear + lastOfYear.length - 1;
/** How far the borders of the years are taken to reach: a slip of the writer's, or of the list's. */
const tolerance = 5;
/** Between how many and how many resolutions the Council adopts in a year that the list does not have. */
const fewestInYear = 35;
const mostInYear = 70;

/** Between what and what number the Security Council's last resolution of a year lies. */
function lastNumber(year: number): { least: number; most: number } {
  if (year < firstYear) return { least: 0, most: 0 };
  const known = lastOfYear[Math.min(year, lastKnownYear) - firstYear]!;
  const beyond = Math.max(0, year - lastKnownYear);
  return { least: known + beyond * fewestInYear, most: known + beyond * mostInYear };
}

/** Whether the Security Council's resolution of that number can be of that year. */
export function mayBeOfSecurityCouncil(number: number, year: number): boolean {
  return (
    year >= firstYear && number > lastNumber(year - 1).least - tolerance && number <= lastNumber(year).most + tolerance
  );
}

/** The year of the Security Council's resolution of that number; none for those that the list does not reach. */
export function yearOfSecurityCouncil(number: number): number | undefined {
  const index = number < 1 ? -1 : lastOfYear.findIndex((last) => number <= last);
  return index < 0 ? undefined : firstYear + index;
}

/** Whether the Assembly's session reaches into that year. */
export const mayBeOfAssembly = (session: number, year: number): boolean =>
  year === 1945 + session || year === 1946 + session;

/** Whether the Human Rights Council's session is of that year, or of one beside it. */
export const mayBeOfRightsCouncil = (session: number, year: number): boolean =>
  Math.abs(2007 + Math.floor((session - 4) / 3) - year) <= 1;
