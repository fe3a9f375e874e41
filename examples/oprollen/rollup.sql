-- Rolls a progress log up: rows of one day, action, provider and group become one.
--
-- Runs unchanged on DuckDB and Spark, over a table or view `logboek` with the columns of
-- a log by their Dutch names (the English `date` and `group` are words of SQL itself).
-- A correction stays as it is, with its note: without one it would not be counted.
SELECT datum, actie, SUM(aantal) AS aantal, aanbieder, doelgroep, '' AS opmerking
FROM logboek
WHERE aantal >= 0
GROUP BY datum, actie, aanbieder, doelgroep
UNION ALL
SELECT datum, actie, aantal, aanbieder, doelgroep, opmerking
FROM logboek
WHERE aantal < 0
