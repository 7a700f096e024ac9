import { Component, computed, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { TcnsLoadEvent } from 'tcns-widgets';
import { figures } from '../../../shared/document';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './app.html',
})
export class App {
  protected readonly teams = signal(1000);
  protected readonly loads = signal('');
  // A computed object stays the same while nothing has changed.
  protected readonly data = computed(() => figures(this.teams()));
  private count = 0;

  protected loaded(event: Event): void {
    const { detail } = event as TcnsLoadEvent;
    this.loads.set(`${++this.count} ${typeof detail.document}`);
  }

  protected more(): void {
    this.teams.update((teams) => teams + 1);
  }
}
