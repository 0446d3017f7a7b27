// Phones still hold sessions that could not be handed in any more: said, and ticked, before it is done.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isProblem } from '../api/client';
import { Checkbox, ErrorText, Notice } from '../ui';

/** Of so many as the server knows of; `refusal` is the code with which it tells of more. */
export const useDespite = (known: number, refusal: string) => {
  const [told, setTold] = useState(0);
  const [sureOf, setSureOf] = useState(0);
  const n = Math.max(known, told);
  // It may stand below what is seen of a long dialog.
  useEffect(() => {
    if (told > 0) document.getElementById('despite')?.focus();
  }, [told]);
  return {
    n,
    /** A tick was for that many; of others it is asked again. */
    isSure: n > 0 && sureOf === n,
    isReady: sureOf === n,
    setSure: (sure: boolean) => setSureOf(sure ? n : 0),
    /** Whether that is what it failed for; then it is told as if it had been known. */
    learn: (failure: unknown): boolean => {
      if (!isProblem(failure) || failure.code !== refusal) return false;
      setTold(Number(failure.body['n']));
      return true;
    },
  };
};

type Props = {
  of: ReturnType<typeof useDespite>;
  /** How many there are, and what becomes of them. */
  title: string;
  text: string;
  /** The tick, and that it is missing. */
  sure: string;
  wrong: string | undefined;
  /** Whose they are. */
  children?: ComponentChildren;
};

export const Despite = ({ of: { n, isSure, setSure }, title, text, sure, wrong, children }: Props) =>
  n === 0 ? null : (
    <>
      <div class="despite">
        <Notice tone="pending" icon="warning" title={title} live>
          {text}
          {children}
        </Notice>
      </div>
      <div class="field">
        <Checkbox id="despite" label={sure} checked={isSure} onValue={setSure} />
        {wrong && <ErrorText>{wrong}</ErrorText>}
      </div>
    </>
  );
