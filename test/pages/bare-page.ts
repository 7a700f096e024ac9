/** A page of nobody, as bare as a browser takes it, and the figure of a card on it. */
import type { Page } from 'playwright-core';

export const page = (body: string, head = '') =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

export const value = (on: Page, tag = 'tcns-kpi-card') =>
  on.locator(`${tag} [part="value"]`).first();
