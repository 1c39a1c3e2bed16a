-- 缺少或迟延的义务
-- Duties that were missed or late
SELECT contract, obligation, any_value(obligation_zh) AS title,
       count(*) FILTER (state = 'missing') AS missing,
       count(*) FILTER (state = 'late') AS late,
       count(*) AS due,
       max(days_late) AS most_days_late
FROM occurrences
WHERE state <> 'pending'
GROUP BY contract, obligation
HAVING missing + late > 0
ORDER BY missing DESC, late DESC, contract, obligation
