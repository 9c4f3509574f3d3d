-- What to look at, in PostgreSQL on the tables of verge-ingest.

-- Boxes that are away, the longest first.
SELECT tenant, box, since, now() - since AS away FROM box WHERE NOT online ORDER BY since;

-- Boxes that are there and send nothing: no record of any kind in ten minutes.
SELECT b.tenant, b.box, max(r.received) AS last FROM box b LEFT JOIN record r
  ON r.tenant = b.tenant AND r.box = b.box AND r.received > now() - INTERVAL '1 day'
WHERE b.online GROUP BY b.tenant, b.box HAVING coalesce(max(r.received), '-infinity') < now() - INTERVAL '10 minutes';

-- How late critical records come, of those that had not waited: the box promises a p99 under 5 s on a weak link.
SELECT percentile_cont(0.99) WITHIN GROUP (ORDER BY received - time) AS p99 FROM record
WHERE lane = 'critical' AND NOT backlog AND received > now() - INTERVAL '1 hour' AND time > '2020-01-01';

-- Gaps: records that a box had and nobody has. None in the lane critical, unless its outbox says that it dropped some.
SELECT tenant, box, store, lane, stream, max(sequence) - count(*) AS missing FROM record
GROUP BY tenant, box, store, lane, stream HAVING max(sequence) > count(*) ORDER BY missing DESC;

-- Boxes whose outbox was made anew more than once: a disk that is dying, or two boxes with one name.
SELECT tenant, box, count(DISTINCT store) FROM record GROUP BY tenant, box HAVING count(DISTINCT store) > 2;

-- Who sends what cannot be kept.
SELECT topic, reason, sum(times) AS times, max(last) AS last FROM refused GROUP BY topic, reason ORDER BY times DESC LIMIT 50;
