/** The pages of a long list, one after the other. */
import { expect } from '@open-wc/testing';
import { rosterShape, type RosterDocument } from '../../src/api/roster-document.js';
import { RosterFeed } from '../../src/data/roster-feed.js';
import { pages } from '../elements/team-roster.support.js';

describe('the pages of a list of teams', () => {
  const { fetch } = window;
  afterEach(() => {
    window.fetch = fetch;
  });

  /** A feed of four pages of two teams, and how many teams were read when each page was asked for. */
  async function feedOf(fails = '') {
    const list = pages(8, 2);
    const url = (i: number) => `${location.origin}/list/vn@2025${i === 0 ? '' : `-${i + 1}`}.json`;
    const asked: [page: number, read: number][] = [];
    const read = await rosterShape.read(list[0], url(0));
    const feed = new RosterFeed(read.document as RosterDocument, {
      url: url(0),
      adapter: undefined,
      searchable: ({ id }) => id,
      changed: () => undefined,
      atOnce: true,
    });
    window.fetch = (address) => {
      const at = list.findIndex((_, i) => url(i) === address);
      asked.push([at + 1, feed.roster.teams.length]);
      const status = address === fails ? 404 : 200;
      return Promise.resolve(new Response(JSON.stringify(list[at]), { status }));
    };
    return { feed, asked, url };
  }

  it('are asked for before the one before is read, where all are wanted, and each once', async () => {
    const { feed, asked } = await feedOf();
    expect(await feed.all()).to.equal(true);
    expect(asked).to.deep.equal([
      [2, 2],
      [3, 2],
      [4, 4],
    ]);
    expect(feed.roster.teams.map(({ id }) => id)).to.have.lengthOf(8);
  });

  it('are asked for one by one, where a reader scrolls', async () => {
    const { feed, asked } = await feedOf();
    await feed.more();
    expect(asked).to.deep.equal([[2, 2]]);
    await feed.more();
    expect(asked).to.deep.equal([
      [2, 2],
      [3, 4],
    ]);
  });

  it('that fail end it with what was read, and are asked for again', async () => {
    const { feed, asked, url } = await feedOf(`${location.origin}/list/vn@2025-3.json`);
    expect(await feed.all()).to.equal(false);
    expect([feed.error?.url, feed.roster.teams.length]).to.deep.equal([url(2), 4]);
    await feed.all();
    expect(asked.map(([page]) => page)).to.deep.equal([2, 3, 3]);
  });
});
