// The message itself: chosen, changed, copied; and each commune's own with one tap.
import { useEffect, useState } from 'preact/hooks';
import { Button, Notice, Picker, TextArea } from '../../ui';
import { t } from '../i18n';
import { copyText } from './copy';
import { LONGEST, message, total, type About, type Group } from './message';

const ALL = '';

const Each = ({ groups, about, tell }: { groups: readonly Group[]; about: About; tell: (done: boolean) => void }) => {
  const [last, setLast] = useState('');
  const copy = async (group: Group) => {
    const done = await copyText(message([group], about));
    setLast(done ? group.name : '');
    tell(done);
  };
  return (
    <section>
      <h3 class="remind-each">{t('remind.each')}</h3>
      <ul class="plain-list">
        {groups.map((group) => (
          <li key={group.name} class="remind-one">
            <span>
              {group.name}
              <span class="quiet small"> · {t(about.kind === 'teams' ? 'remind.count_teams' : 'remind.count', { n: group.lines.length })}</span>
            </span>
            <Button icon={last === group.name ? 'check' : 'copy'} label={t('remind.copy_one', { name: group.name })} onClick={() => void copy(group)}>
              {t(last === group.name ? 'remind.copied_short' : 'remind.copy_short')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

export const Writing = ({ groups, about }: { groups: readonly Group[]; about: About }) => {
  const [chosen, setChosen] = useState(ALL);
  const written = message(
    groups.filter(({ name }) => chosen === ALL || name === chosen),
    about,
  );
  const [text, setText] = useState(written);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    setText(written);
    setCopied(null);
  }, [written]);
  return (
    <div class="stack">
      {groups.length > 1 && (
        <Picker
          id="remind-which"
          label={t('remind.which')}
          value={chosen}
          onValue={setChosen}
          options={[{ value: ALL, label: t('remind.everywhere', { n: total(groups) }) }, ...groups.map(({ name, lines }) => ({ value: name, label: `${name} (${lines.length})` }))]}
        />
      )}
      <TextArea
        id="remind-text"
        label={t('remind.text')}
        rows={14}
        value={text}
        onValue={setText}
        {...(text.length > LONGEST && { hint: t('remind.long', { n: text.length }) })}
      />
      <Button kind="primary" icon="copy" onClick={() => void copyText(text).then(setCopied)}>
        {t('remind.copy')}
      </Button>
      <div role="status">
        {copied !== null && <Notice tone={copied ? 'approved' : 'pending'} icon={copied ? 'check' : 'info'} title={t(copied ? 'remind.copied' : 'remind.failed')} />}
      </div>
      {groups.length > 1 && <Each groups={groups} about={about} tell={setCopied} />}
    </div>
  );
};
