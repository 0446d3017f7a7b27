/** "0912345678" -> "0912 345 678", as people read it out. */
export const spacedPhone = (phone: string): string => (/^0\d{9}$/.test(phone) ? `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}` : phone);
