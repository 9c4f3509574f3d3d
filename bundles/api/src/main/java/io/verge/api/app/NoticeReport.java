package io.verge.api.app;

/**
 * A notice and how it is.
 *
 * @param notice with its times filled in, as far as it has them
 * @param origin {@code profile}, or {@code local}: put up on this box since the start
 * @param announced whether it holds now
 */
public record NoticeReport(Notice notice, String origin, boolean announced) {}
