package io.verge.ingest.internal.store;

import io.verge.ingest.internal.line.ArrivedRecord;
import io.verge.ingest.internal.line.Refusal;
import java.util.List;

/**
 * What became of a batch. All of it is durable.
 *
 * @param fresh records that had not been there
 * @param known records that had been there: sent twice
 * @param refusals what was set aside, with that which the database would not have
 */
public record Kept(List<ArrivedRecord> fresh, List<ArrivedRecord> known, List<Refusal> refusals) {}
