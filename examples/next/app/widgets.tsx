'use client';

import 'tcns-widgets/kpi-card';

/** Registers the elements in the browser: a component of the server sends no JavaScript of its own. */
export const Widgets = () => null;
