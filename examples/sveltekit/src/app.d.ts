import type {} from 'tcns-widgets/svelte';
