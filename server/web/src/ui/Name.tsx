// A long name of a place breaks between its parts before it breaks within one.
import { Fragment } from 'preact';

/** "Ấp 1", "(xã Vĩnh Thạnh cũ),", "xã Lấp Vò". */
const partsOf = (name: string): string[] => name.replace(/, /g, ',\n').replace(/ \(/g, '\n(').split('\n');

export const Name = ({ of }: { of: string }) => (
  <>
    {partsOf(of).map((part, i) => (
      <Fragment key={i}>
        {i > 0 && ' '}
        <span class="part">{part}</span>
      </Fragment>
    ))}
  </>
);
