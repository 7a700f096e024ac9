/** Loads `embed.config.json`, once a folder. */
import { siteFolder } from '../data/address-parts.js';
import { tryJson } from '../data/request.js';
import { readConfig, type EmbedConfig } from './request.js';

const loading = new Map<string, Promise<EmbedConfig>>();

/** The address of the configuration for files in a folder of the library, or in that of a version. */
export const configAddress = (base: string): string => `${siteFolder(base)}embed.config.json`;

/** The configuration beside `embed.html`; without a readable one, nothing is allowed. */
export function loadConfig(base: string): Promise<EmbedConfig> {
  const url = configAddress(base);
  let config = loading.get(base);
  if (!config) {
    config = tryJson(url).then((raw) => readConfig(raw, url));
    loading.set(base, config);
  }
  return config;
}
