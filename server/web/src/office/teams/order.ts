// How the teams of an area are listed and found: pure.
import type { Team } from '../../api/types';
import { fullName } from '../../data/units';
import { fold } from '../../i18n/text';

/** A team, and who leads it where that is known. */
type Found = Team & { leader?: { name: string } | null };

const order = new Intl.Collator('vi', { numeric: true });
const KIND = /^(xã|phường|thị trấn) /i;

/** "Ấp 1, xã Lấp Vò" -> "Lấp Vò". */
const communeOf = ({ home }: Team): string => (fullName(home).split(', ').pop() ?? '').replace(KIND, '');

/** By commune, then by name, as a Vietnamese reads them: "Ấp 2" before "Ấp 10". */
export const inOrder = <T extends Team>(teams: readonly T[]): T[] =>
  [...teams].sort((a, b) => order.compare(communeOf(a), communeOf(b)) || order.compare(a.name, b.name));

/** Where a phrase begins with a word: "vo binh" in "ap vo binh", never in "bovo binh". */
const at = (phrase: string, text: string): boolean => ` ${text}`.includes(` ${phrase}`);

/** Every word from its beginning, in any order, with or without accents. */
export const matching = <T extends Found>(teams: readonly T[], typed: string): T[] => {
  const words = fold(typed).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return teams.filter((team) => {
    const text = fold(`${team.name} ${fullName(team.home)} ${team.leader?.name ?? ''}`).replace(/[^\p{L}\p{N}]+/gu, ' ');
    return words.every((word) => at(word, text));
  });
};

const distance = (team: Team, wanted: string): number => {
  const home = fold(fullName(team.home));
  const name = fold(team.name);
  const [own = ''] = home.split(', ');
  if (own === wanted || own.endsWith(` ${wanted}`)) return 0;
  if (at(wanted, own)) return 1;
  if (at(wanted, home)) return 2;
  if (at(wanted, name)) return 3;
  const words = wanted.split(/\s+/);
  if (words.every((word) => at(word, home))) return 4;
  return words.every((word) => at(word, `${name} ${home}`)) ? 5 : 6;
};

/** Teams that match, the closest first: the place that is called so before one where the words are spread over several names. */
export const closest = <T extends Found>(teams: readonly T[], typed: string): T[] => {
  const wanted = fold(typed);
  const found = inOrder(matching(teams, typed));
  return wanted === '' ? found : found.map((team) => ({ team, far: distance(team, wanted) })).sort((a, b) => a.far - b.far).map(({ team }) => team);
};
