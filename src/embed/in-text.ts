/** Whether an element stands in a text that somebody writes. */
import { closestOf, isEdited } from '../data/page-base.js';

/**
 * True for an element of a text that is being written, also in a part of it that cannot be written in itself: as
 * such a part editors keep frames and media.
 */
export const isInText = (element: HTMLElement): boolean =>
  isEdited(element) ||
  !!closestOf(
    element,
    '[contenteditable]:not([contenteditable=false i],[contenteditable=inherit i])',
  );
