/* global window -- inside the page */
/** The real senna.js, as Liferay 7.4 puts it on its pages. */
import * as senna from 'senna';
window.senna = senna;
