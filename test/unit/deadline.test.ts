import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { abortable, DeadlineReached, startDeadline } from '../../src/deadline.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new AbortController().signal;

describe('startDeadline', () => {
  it('ends with DeadlineReached when the time is up, and not before', () => {
    const { signal } = startDeadline(1000, never());
    vi.advanceTimersByTime(999);
    expect(signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(signal.reason).toBeInstanceOf(DeadlineReached);
  });

  it('tells what is left, never less than nothing', () => {
    const { remaining } = startDeadline(1000, never());
    expect(remaining()).toBe(1000);
    vi.advanceTimersByTime(400);
    expect(remaining()).toBe(600);
    vi.advanceTimersByTime(5000);
    expect(remaining()).toBe(0);
  });

  it('follows the outer signal, with its reason', () => {
    const outer = new AbortController();
    const { signal } = startDeadline(1000, outer.signal);
    const reason = new Error('Ctrl-C');
    outer.abort(reason);
    expect(signal.reason).toBe(reason);
    vi.advanceTimersByTime(2000);
    expect(signal.reason).toBe(reason);
  });

  it('is over at once when the outer signal already is', () => {
    const reason = new Error('Ctrl-C');
    expect(startDeadline(1000, AbortSignal.abort(reason)).signal.reason).toBe(reason);
  });

  it('leaves no timer and no listener when it is cleared', () => {
    const outer = new AbortController();
    const { signal, clear } = startDeadline(1000, outer.signal);
    clear();
    expect(vi.getTimerCount()).toBe(0);
    outer.abort();
    expect(signal.aborted).toBe(false);
  });
});

describe('abortable', () => {
  it('passes on what comes of the promise', async () => {
    await expect(abortable(Promise.resolve(1), never())).resolves.toBe(1);
    const error = new Error('x');
    await expect(abortable(Promise.reject(error), never())).rejects.toBe(error);
  });

  it('rejects with the reason as soon as the signal is aborted', async () => {
    const controller = new AbortController();
    const outcome = abortable(new Promise(() => {}), controller.signal);
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(outcome).rejects.toBe(reason);
  });

  it('rejects where the signal already was aborted', async () => {
    const reason = new Error('enough');
    await expect(abortable(new Promise(() => {}), AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('takes its listener off the signal', async () => {
    const { signal } = new AbortController();
    const remove = vi.spyOn(signal, 'removeEventListener');
    await abortable(Promise.resolve(), signal);
    await Promise.resolve();
    expect(remove).toHaveBeenCalledWith('abort', expect.any(Function));
  });
});
