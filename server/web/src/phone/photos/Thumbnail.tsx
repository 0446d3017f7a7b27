// One photo of the phone's own, small.
import { useEffect, useState } from 'preact/hooks';

/** An address for what is only in memory, for as long as it is shown. */
const useAddress = (blob: Blob): string | null => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address;
};

export const Thumbnail = ({ blob, label }: { blob: Blob; label: string }) => {
  const address = useAddress(blob);
  return address ? <img class="photo" src={address} alt={label} /> : null;
};
