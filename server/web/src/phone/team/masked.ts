/** "0900000001" -> "0900 ••• 001": enough to know it by, too little to spread. */
export const masked = (phone: string): string =>
  /^\d{9,}$/.test(phone) ? `${phone.slice(0, 4)} ••• ${phone.slice(-3)}` : phone;
