/** The longest name of a body that can be asked for: longer ones are descriptions, and beyond what a button holds. */
export const longestName = 60;
