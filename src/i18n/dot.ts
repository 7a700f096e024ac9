/** Between the pieces of a list: it ends a line and never begins one, because a blank that breaks nothing is before it. */
export const DOT = '\u00a0· ';
