// A phone that cannot send any more has given its work out as text: the officer hands it in.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { loadCatalogue } from '../../data/catalogue';
import { fromText } from '../../data/handover';
import { newUuid } from '../../data/uuid';
import { Notice, TextArea } from '../../ui';
import { t } from './i18n';
import { Author } from './Author';
import './handover.css';

const OpenFile = ({ onText }: { onText: (text: string) => void }) => {
  const [failed, setFailed] = useState(false);
  const open = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    // So that the same file may be chosen again.
    const text = file && (await file.text().catch(() => null));
    input.value = '';
    setFailed(text === null);
    if (text) onText(text);
  };
  return (
    <>
      <label class="button button-secondary file-button">
        <input type="file" class="unseen" accept=".txt,text/plain" onChange={(event) => void open(event.currentTarget)} />
        <span>{t('handover.file')}</span>
      </label>
      {failed && <Notice tone="returned" icon="warning" title={t('handover.unreadable')} live />}
    </>
  );
};

const Damaged = ({ lines }: { lines: readonly string[] }) => (
  <Notice tone="pending" icon="warning" title={t('handover.damaged', { n: lines.length })} live>
    {t('handover.damaged_text')}
    {lines.map((line, at) => (
      <code class="damaged-line" key={at}>
        {line}…
      </code>
    ))}
  </Notice>
);

export const HandoverScreen = () => {
  const [text, setText] = useState('');
  const device = useRef(newUuid());
  useEffect(() => void loadCatalogue(), []);
  const { handovers, damaged } = useMemo(() => fromText(text), [text]);
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{t('nav.handover')}</h1>
          <p class="quiet">{t('handover.lead')}</p>
        </div>
      </div>
      <div class="stack">
        <TextArea id="handover" rows={6} label={t('handover.text')} hint={t('handover.text_hint')} value={text} onValue={setText} />
        <div class="row">
          <OpenFile onText={setText} />
        </div>
        {text.trim() !== '' && handovers.length === 0 && damaged.length === 0 && <Notice tone="pending" icon="info" title={t('handover.nothing')} live />}
        {damaged.length > 0 && <Damaged lines={damaged} />}
        {handovers.map((one) => (
          <Author key={`${one.author_id} ${one.items.length}`} handover={one} device={device.current} />
        ))}
      </div>
    </>
  );
};
