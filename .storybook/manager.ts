/** The frame around the stories: the project's name and colours. */
import { addons } from 'storybook/manager-api';
import { preferredTheme } from './theme.js';

addons.setConfig({ theme: preferredTheme() });
