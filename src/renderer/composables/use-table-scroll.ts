import {
  computed,
  onBeforeUnmount,
  onMounted,
  shallowRef,
  watch,
  type Ref,
  type ShallowRef,
} from 'vue';
import {
  drawnLines,
  isScaled,
  lineHeight,
  movedTop,
  scrollOf,
  spacerHeight,
  topOf,
  topShowing,
  wheelDistance,
  type Geometry,
} from '../table/scroll.ts';

/** Room for the table, px; its head is part of the height. */
export interface TableSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The place a table of any length is scrolled to. `top` (px of lines above the window) is what counts;
 * the scroll bar follows it, in proportion where the lines are taller than an element can be.
 *
 * @param size fixed from outside, or measured where that is null
 * @param headHeight px that the head covers
 */
export function useTableScroll(
  scroller: Readonly<ShallowRef<HTMLElement | null>>,
  lines: () => number,
  size: () => TableSize | null,
  headHeight: number,
) {
  const measured = shallowRef<TableSize>({ width: 0, height: 0 });
  const top = shallowRef(0);
  const shift = shallowRef(0);
  /** Where we put the scroll bar ourselves, as the browser rounded it. */
  let put = 0;

  const room = computed(() => size() ?? measured.value);
  const viewport = computed(() => Math.max(lineHeight, room.value.height - headHeight));
  const geometry = computed<Geometry>(() => ({ lines: lines(), viewport: viewport.value }));
  const scaled = computed(() => isScaled(geometry.value));
  const drawn = computed(() => drawnLines(top.value, geometry.value));
  const first = computed(() => drawn.value.first);
  const end = computed(() => drawn.value.end);

  function settle(scroll: number, to: number): void {
    put = scroll;
    top.value = to;
    shift.value = scaled.value ? scroll - to : 0;
  }

  function scrollTo(to: number): void {
    const element = scroller.value;
    const place = movedTop(to, 0, geometry.value);
    if (!element) return settle(0, place);
    element.scrollTop = scrollOf(place, geometry.value);
    settle(element.scrollTop, place);
  }

  function onScroll(): void {
    const scroll = scroller.value?.scrollTop ?? 0;
    // Our own move, or one sideways: the exact place is known already.
    if (scaled.value && Math.abs(scroll - put) < 1) return;
    settle(scroll, topOf(scroll, geometry.value));
  }

  function onWheel(event: WheelEvent): void {
    if (event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    event.preventDefault();
    scrollTo(top.value + wheelDistance(event, viewport.value));
  }

  useMeasure(scroller, measured);
  // Only a scaled table takes the wheel from the browser, which would go many lines at a step.
  watch([scroller, scaled], ([element, on], [before]) => {
    before?.removeEventListener('wheel', onWheel);
    element?.removeEventListener('wheel', onWheel);
    if (on) element?.addEventListener('wheel', onWheel, { passive: false });
  });
  watch(geometry, () => scrollTo(top.value), { flush: 'post' });

  return {
    room,
    viewport,
    first,
    end,
    /** Where the drawn lines begin within what scrolls, px. */
    offset: computed(() => first.value * lineHeight + shift.value),
    height: computed(() => spacerHeight(geometry.value)),
    onScroll,
    scrollTo,
    show: (line: number): void => scrollTo(topShowing(line, top.value, geometry.value)),
  };
}

function useMeasure(
  element: Readonly<ShallowRef<HTMLElement | null>>,
  measured: Ref<TableSize>,
): void {
  const measure = (): void => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = element.value ?? {};
    if (width === measured.value.width && height === measured.value.height) return;
    measured.value = { width, height };
  };
  const observer = new ResizeObserver(measure);
  onMounted(() => {
    measure();
    if (element.value) observer.observe(element.value);
  });
  onBeforeUnmount(() => observer.disconnect());
}
