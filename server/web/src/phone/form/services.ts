// Which services the form begins with, and what they count.
import { catalogue } from '../../data/catalogue';

const services = () => catalogue.value?.services ?? [];

export const openServices = (): string[] => services().filter(({ is_open }) => is_open).map(({ code }) => code);

// What a service counts, where one person has at most one.
const ONE_EACH = ['lượt', 'người', 'hộ'];
/** Forms filed, products put up: one person may have several. */
export const manyPerPerson = (): string[] =>
  services().filter(({ unit }) => unit !== null && !ONE_EACH.includes(unit)).map(({ code }) => code);

/** What is only talked about has no result to count. */
export const hasResult = (code: string): boolean => services().find((service) => service.code === code)?.definition !== null;
