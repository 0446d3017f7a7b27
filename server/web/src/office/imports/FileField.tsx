// A place to drop a file, or to choose one.
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../ui';
import { t } from './i18n';

type Props = { onFile: (file: File) => void };

export const FileField = ({ onFile }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    // So that the same file may be chosen again.
    if (input.current) input.current.value = '';
    if (file) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer?.files[0]);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div class={isOver ? 'drop is-over' : 'drop'} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <Icon name="upload" size={32} />
      <p class="drop-words">{t('imports.drop')}</p>
      <label class="button button-primary file-button">
        <input type="file" class="unseen" ref={input} accept=".xlsx,.xlsm,.csv,.txt" aria-describedby="file-hint" onChange={(event) => take(event.currentTarget.files?.[0])} />
        <span>{t('imports.choose')}</span>
      </label>
      <p class="hint" id="file-hint">
        {t('imports.file_hint')}
      </p>
      <details class="drop-help">
        <summary>{t('imports.other_programs')}</summary>
        <ul>
          <li>{t('imports.from_google')}</li>
          <li>{t('imports.from_old_excel')}</li>
          <li>{t('imports.from_csv')}</li>
        </ul>
      </details>
    </div>
  );
};
