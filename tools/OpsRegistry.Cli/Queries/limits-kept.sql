-- 各项时限的达标率，从低到高
-- How often each limit was kept, the worst first
SELECT contract, target, any_value(target_zh) AS title,
       count(*) FILTER (state = 'met') AS met,
       count(*) FILTER (state = 'missed') AS missed,
       round(100.0 * count(*) FILTER (state = 'met') / count(*), 1) AS percent_met
FROM targets
WHERE state IN ('met', 'missed')
GROUP BY contract, target
ORDER BY percent_met, contract, target
