/** The page around a story: its language, whether it is light, dark or a portal's grey, and its API. */
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { withinLimit } from './few-widgets.js';
import { apiToolbar, switchedArgs } from './switches.js';

export const globalTypes: Preview['globalTypes'] = {
  language: {
    description: 'Ngôn ngữ của trang · Language of the page',
    toolbar: {
      icon: 'globe',
      dynamicTitle: true,
      items: [
        { value: 'vi', title: 'Tiếng Việt', right: 'vi' },
        { value: 'en', title: 'English', right: 'en' },
      ],
    },
  },
  theme: {
    description: 'Nền của trang · The page’s theme',
    toolbar: {
      icon: 'circlehollow',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Nền sáng · Light' },
        { value: 'dark', title: 'Nền tối · Dark' },
        { value: 'neutral', title: 'Trang xám, không nêu giao diện · Neutral' },
      ],
    },
  },
  api: apiToolbar,
};

export const initialGlobals = { language: 'vi', theme: 'light', api: 'answers' };

/**
 * A story of its own has the whole page: the root says language and theme, and the widgets
 * follow live. In a page of docs each story has a box that says them, so that a dark or an
 * English story leaves the others alone; what is more than a page loads by itself waits there.
 */
export const page: Decorator = (story, { args, canvasElement, globals, viewMode }) => {
  const { language, theme, api } = globals as Record<'language' | 'theme' | 'api', string>;
  const told = () => story({ args: switchedArgs(args, api) });
  const root = document.documentElement;
  root.classList.toggle('story-page', viewMode === 'story');
  if (viewMode === 'story') {
    root.lang = language;
    root.dataset.page = theme;
    // another API is another page: nothing of the one before stays on the screen
    return html`${keyed(api, told())}`;
  }
  delete root.dataset.page;
  root.lang = 'en';
  return html`${keyed(
    `${language} ${theme} ${api}`,
    html`<div class="story-box" lang=${language} data-page=${theme}>
      ${withinLimit(canvasElement, told())}
    </div>`,
  )}`;
};
