import type { Found } from '../../api/types';
import { Icon, type IconName, Name } from '../../ui';
import { t } from './i18n';
import { Unbroken } from '../Unbroken';
import { detailOfFound, titleOfFound, type Group } from './results';

export const optionId = (index: number): string => `search-option-${index}`;

const ICON: Record<Found['kind'], IconName> = { session: 'check', unit: 'map', team: 'people', person: 'person' };

type OptionProps = { found: Found; index: number; isActive: boolean; choose: (found: Found) => void };

/** The focus stays in the box: a press must not take it, or the list would be gone before the click. */
const Option = ({ found, index, isActive, choose }: OptionProps) => (
  <div class="search-option" role="option" id={optionId(index)} aria-selected={isActive} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(found)}>
    <Icon name={ICON[found.kind]} size={20} />
    <span>
      <span class="search-title">
        {found.kind === 'session' ? <Unbroken of={found.title} /> : <Name of={titleOfFound(found)} />}
      </span>
      <span class="quiet small search-detail">
        <Unbroken of={detailOfFound(found)} />
      </span>
    </span>
  </div>
);

type Props = { id: string; groups: readonly Group[]; active: number | null; choose: (found: Found) => void; isOld: boolean };

export const FoundList = ({ id, groups, active, choose, isOld }: Props) => {
  let before = 0;
  return (
    <div id={id} role="listbox" hidden={groups.length === 0} aria-label={t('search.results')} class={isOld ? 'search-list is-renewing' : 'search-list'}>
      {groups.map(({ kind, items }) => {
        const first = before;
        before += items.length;
        return (
          <div key={kind} role="group" aria-labelledby={`search-${kind}`}>
            <p class="search-kind" id={`search-${kind}`} role="presentation">
              {t(`found.${kind}`)}
            </p>
            {items.map((found, i) => (
              <Option key={found.id + found.title} found={found} index={first + i} isActive={active === first + i} choose={choose} />
            ))}
          </div>
        );
      })}
    </div>
  );
};
