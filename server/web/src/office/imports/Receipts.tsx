// A text in which each receipt opens its session.
import { OFFICE } from '../../account/account';
import { codeParts } from '../codes';

export const Receipts = ({ of }: { of: string }) => (
  <>
    {codeParts(of).map((part, i) =>
      i % 2 && part.startsWith('B-') ? (
        <a key={i} class="unbroken" href={`${OFFICE}duyet-buoi?receipt=${part}`}>
          {part}
        </a>
      ) : (
        <span key={i} class={i % 2 ? 'unbroken' : undefined}>
          {part}
        </span>
      ),
    )}
  </>
);
