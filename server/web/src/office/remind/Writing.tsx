// The message itself: chosen, changed, copied; and each cluster's or commune's own with one tap.
import { useEffect, useState } from 'preact/hooks';
import { Button, Choice, Notice, Picker, TextArea } from '../../ui';
import { t } from './i18n';
import { copyText } from './copy';
import { isOfClusters, LONGEST, message, partsOf, receivers, total, type About, type Group } from './message';
import { typedOver, wordsOf, type Typed } from './typed';

const ALL = '';

type Messages = { groups: readonly Group[]; about: About };
/** `typed`: over any of them, for as long as the screen is open. */
export type Typing = { typed: Typed; setTyped: (typed: Typed) => void };
type Props = Messages & Typing;

const partName = (i: number, of: number): string => t('remind.part', { n: i + 1, of });

/** One text after the other for everybody it is for; who gets a long one gets it in parts. */
const textsFor = ({ groups, about }: Messages, typed: Typed) =>
  receivers(groups).flatMap((receiver) =>
    partsOf(receiver.groups, about).map((part, i, all) => ({
      name: all.length > 1 ? `${receiver.name}, ${partName(i, all.length)}` : receiver.name,
      n: total(part),
      text: wordsOf(typed, message(part, about)),
    })),
  );

const Each = ({ groups, about, typed, tell }: Messages & { typed: Typed; tell: (done: boolean) => void }) => {
  const [last, setLast] = useState('');
  const copy = async ({ name, text }: { name: string; text: string }) => {
    const done = await copyText(text);
    setLast(done ? name : '');
    tell(done);
  };
  return (
    <section>
      <h3 class="remind-each">{t(isOfClusters(groups) ? 'remind.each_cluster' : 'remind.each')}</h3>
      <ul class="plain-list">
        {textsFor({ groups, about }, typed).map((one) => (
          <li key={one.name} class="remind-one">
            <span>
              {one.name}
              <span class="quiet small"> · {t(about.kind === 'teams' ? 'remind.count_teams' : 'remind.count', { n: one.n })}</span>
            </span>
            <Button icon={last === one.name ? 'check' : 'copy'} label={t('remind.copy_one', { name: one.name })} onClick={() => void copy(one)}>
              {t(last === one.name ? 'remind.copied_short' : 'remind.copy_short')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Parts = ({ n, shown, show }: { n: number; shown: number; show: (i: number) => void }) => (
  <Choice
    id="remind-part"
    legend={t('remind.parts', { n })}
    value={String(shown)}
    onValue={(i) => show(Number(i))}
    options={Array.from({ length: n }, (_, i) => ({ value: String(i), label: partName(i, n) }))}
  />
);

export const Writing = ({ groups, about, typed, setTyped }: Props) => {
  const several = receivers(groups);
  // A whole province in one text is nobody's message.
  const whole = isOfClusters(groups) ? [] : [{ value: ALL, label: t('remind.everywhere', { n: total(groups) }) }];
  const options = [...whole, ...several.map((one) => ({ value: one.name, label: `${one.name} (${total(one.groups)})` }))];
  const [asked, setAsked] = useState<string | null>(null);
  const chosen = options.find(({ value }) => value === asked)?.value ?? options[0]?.value ?? ALL;
  const parts = partsOf(several.find(({ name }) => name === chosen)?.groups ?? groups, about);
  const [at, setAt] = useState(0);
  const part = Math.min(at, parts.length - 1);
  const written = message(parts[part] ?? [], about);
  const text = wordsOf(typed, written);
  const type = (words: string) => setTyped(typedOver(typed, written, words));
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => setCopied(null), [written]);
  const choose = (name: string) => {
    setAsked(name);
    setAt(0);
  };
  return (
    <div class="stack">
      {several.length > 1 && <Picker id="remind-which" label={t('remind.which')} value={chosen} onValue={choose} options={options} />}
      {parts.length > 1 && <Parts n={parts.length} shown={part} show={setAt} />}
      <TextArea
        id="remind-text"
        label={t('remind.text')}
        rows={14}
        value={text}
        onValue={type}
        {...(text.length > LONGEST && { hint: t('remind.long', { n: text.length }) })}
      />
      <div class="row">
        <Button kind="primary" icon="copy" onClick={() => void copyText(text).then(setCopied)}>
          {t(parts.length > 1 ? 'remind.copy_part' : 'remind.copy', { n: part + 1 })}
        </Button>
        {text !== written && (
          <Button kind="quiet" onClick={() => type(written)}>
            {t('remind.as_written')}
          </Button>
        )}
      </div>
      <div role="status">
        {copied !== null && <Notice tone={copied ? 'approved' : 'pending'} icon={copied ? 'check' : 'info'} title={t(copied ? 'remind.copied' : 'remind.failed')} />}
      </div>
      {several.length > 1 && <Each groups={groups} about={about} typed={typed} tell={setCopied} />}
    </div>
  );
};
