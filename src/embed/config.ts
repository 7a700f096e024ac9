/** Loads `embed.config.json`, once a folder. */
import { siteFolder } from '../data/address-parts.js';
import { tryJson } from '../data/request.js';
import { readConfig, type EmbedConfig } from './request.js';

const loading = new Map<string, Promise<EmbedConfig>>();

/** The configuration beside `embed.html`; without a readable one, nothing is allowed. */
export function loadConfig(base: string): Promise<EmbedConfig> {
  const url = `${siteFolder(base)}embed.config.json`;
  let config = loading.get(base);
  if (!config) {
    config = tryJson(url).then((raw) => readConfig(raw, url));
    loading.set(base, config);
  }
  return config;
}
