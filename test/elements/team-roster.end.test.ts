/** The end of a roster, which a reader reaches with wheel, finger and keys, whatever the heights of its rows. */
import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import '../../src/elements/team-roster/team-roster.js';
import { until } from '../data/faulty-api.js';
import { frame } from './support.js';
import { pages, put, rows, wards, type Doc, type Roster } from './team-roster.support.js';

declare const __BROWSER__: string;

/** Turns or drags until the end; far more than a list needs that does not bounce back. */
const MOST_TURNS = 150;

/** Teams whose rows have many heights: with long names, many people, places of several lines. */
function uneven(count: number): Doc {
  const [data] = pages(count, count);
  data!.teams.forEach((team, i) => {
    if (i % 3 === 0)
      team['contact'] = { place: 'Nhà văn hóa thôn mẫu, đường số một, '.repeat((i % 4) + 1) };
    if (i % 5 === 0) team['people'] = [{ role: 'leader' }, { role: 'collaborator', count: 12 }];
    if (i % 7 === 0)
      team['name'] = `Tổ mẫu có tên rất dài để xuống nhiều dòng, số ${i}, `.repeat(3);
  });
  return data!;
}

const listOf = (roster: Roster) => roster.shadowRoot!.querySelector<HTMLElement>('.rows')!;
const isAtEnd = (roster: Roster): boolean => {
  const list = listOf(roster);
  const last = rows(roster).pop()!;
  const lastIndex = Number(list.getAttribute('aria-rowcount')) - 2;
  const below = last.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom;
  return Number(last.dataset['row']) === lastIndex && below < 3;
};

async function putUneven(count: number, width: number, style = ''): Promise<Roster> {
  const roster = await put('<tcns-team-roster></tcns-team-roster>', uneven(count), width);
  roster.parentElement!.style.cssText += style;
  // A long list is read in slices.
  await until(() => Number(listOf(roster).getAttribute('aria-rowcount')) > count, 'all teams');
  await frame();
  roster.scrollIntoView();
  await frame();
  return roster;
}

/** Repeats a gesture over the list until its last row is in view. */
async function gestureToEnd(roster: Roster, command: string, by: number): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS && !isAtEnd(roster); turn++) {
    // Where it stands now: what is drawn later moves it, and a gesture beside it moves the page in its place.
    roster.scrollIntoView();
    const box = listOf(roster).getBoundingClientRect();
    // Inside the window: a gesture below its edge reaches nothing.
    const y = Math.min(box.y + 300, innerHeight - 60);
    const at = { x: Math.round(box.x + box.width / 3), y: Math.round(y) };
    await executeServerCommand(command, { ...at, by });
    await frame();
    await frame();
  }
}

describe('tcns-team-roster', () => {
  it('closes a list that is cut with a line, which its own end covers', async () => {
    const roster = await putUneven(40, 560);
    const list = listOf(roster);
    expect(list.scrollHeight, 'is cut').to.be.above(list.clientHeight);
    const style = getComputedStyle(list);
    const probe = document.createElement('i');
    list.append(probe);
    const colourOf = (token: string) => {
      probe.style.color = `var(${token})`;
      return getComputedStyle(probe).color;
    };
    // The first layer lies over the second: it scrolls with the rows, and the line stays at the edge of the list.
    const [cover, line] = style.backgroundImage.split(/, (?=linear-gradient)/);
    expect(cover).to.contain(colourOf('--_surface'));
    expect(line).to.contain(colourOf('--_line'));
    expect(style.backgroundAttachment).to.equal('local, scroll');
    expect(style.backgroundRepeat).to.equal('no-repeat, no-repeat');
    expect(style.backgroundPosition).to.equal('50% 100%, 50% 100%');
    probe.remove();
  });

  describe('the end of the list', () => {
    for (const count of [40, 103, 45_895])
      for (const width of [560, 900])
        it(`is reached with the wheel: ${count} teams at ${width} px`, async function () {
          if (__BROWSER__ === 'webkit') return this.skip();
          const roster = await putUneven(count, width);
          const list = listOf(roster);
          if (count > 1000) {
            list.scrollTop = list.scrollHeight - 4000;
            await frame();
          }
          await gestureToEnd(roster, 'turn-wheel', 300);
          expect(isAtEnd(roster)).to.equal(true);
        });

    it('is reached with a finger', async function () {
      if (__BROWSER__ !== 'chromium') return this.skip();
      const roster = await putUneven(40, 360);
      await gestureToEnd(roster, 'drag-finger', 280);
      expect(isAtEnd(roster)).to.equal(true);
    });

    for (const style of ['', 'zoom: 0.8', 'zoom: 1.25', 'zoom: 1.5', 'transform: scale(0.8)'])
      for (const count of [40, 103, 45_895])
        it(`is reached with the End key, and stays: ${count} teams, ${style || 'no zoom'}`, async () => {
          const roster = await putUneven(count, 560, style);
          // What is put off until after the first picture is drawn, too.
          for (let i = 0; i < 6; i++) await frame();
          const first = roster.shadowRoot!.querySelector<HTMLElement>('[data-row] [tabindex="0"]');
          first!.focus();
          await frame();
          expect(roster.shadowRoot!.activeElement, 'the row keeps the focus').to.equal(first);
          await sendKeys({ press: 'End' });
          await until(() => isAtEnd(roster), 'the last row in view');
          for (let i = 0; i < 6; i++) await frame();
          expect(isAtEnd(roster), 'it stays there').to.equal(true);
          const row = roster.shadowRoot!.activeElement?.closest<HTMLElement>('[data-row]');
          expect(row, 'the last row has the focus').to.equal(rows(roster).pop());
        });
  });
});

describe('a row of a roster', () => {
  it('says of what there is no figure where no column head does', async () => {
    const data = wards();
    for (const team of data.teams) {
      delete team['members'];
      delete team['people'];
    }
    for (const [width, text] of [
      [360, 'Chưa có số liệu về số thành viên'],
      [800, 'Chưa có số liệu'],
    ] as const) {
      const roster = await put('<tcns-team-roster></tcns-team-roster>', data, width);
      const size = roster.shadowRoot!.querySelector<HTMLElement>('.team-row .size')!;
      expect(size.innerText.replace(/\s+/g, ' ').trim()).to.equal(text);
    }
  });
});
