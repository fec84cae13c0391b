/** Who looked at what is masked of a customer. */
export const disclosureStream = (customer: string): string => `disclosure:${customer}`;
