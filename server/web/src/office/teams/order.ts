// How the teams of an area are listed and found: pure.
import type { Team } from '../../api/types';
import { fullName } from '../../data/units';
import { fold } from '../../i18n/text';

const order = new Intl.Collator('vi', { numeric: true });
const KIND = /^(xã|phường|thị trấn) /i;

/** "Ấp 1, xã Lấp Vò" -> "Lấp Vò". */
const communeOf = ({ home }: Team): string => (fullName(home).split(', ').pop() ?? '').replace(KIND, '');

/** By commune, then by name, as a Vietnamese reads them: "Ấp 2" before "Ấp 10". */
export const inOrder = (teams: readonly Team[]): Team[] =>
  [...teams].sort((a, b) => order.compare(communeOf(a), communeOf(b)) || order.compare(a.name, b.name));

/** Every word, in any order, with or without accents. */
export const matching = (teams: readonly Team[], typed: string): Team[] => {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return teams.filter((team) => {
    const text = fold(`${team.name} ${fullName(team.home)}`);
    return words.every((word) => text.includes(word));
  });
};
