-- 各类原因的事件数与恢复时间中位数（小时）
-- Incidents by cause, with the median hours to restoration
SELECT coalesce(cause_category, '—') AS category, count(*) AS incidents, count(DISTINCT contract) AS contracts,
       round(median(date_diff('minute', reported_at, restored_at)) / 60, 1) AS median_hours
FROM incident
GROUP BY ALL
ORDER BY incidents DESC, category
