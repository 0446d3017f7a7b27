import { codeParts } from './codes';

/** A text in which a receipt or a phone number never breaks, at whatever width. */
export const Unbroken = ({ of }: { of: string }) => <>{codeParts(of).map((part, i) => (i % 2 ? <span class="unbroken">{part}</span> : part))}</>;
