-- 各合同每月的事件数
-- Incidents of every contract by month
SELECT contract, strftime(occurred_on, '%Y-%m') AS month, count(*) AS incidents,
       count(*) FILTER (category = 'fault') AS faults
FROM incident
GROUP BY contract, month
ORDER BY contract, month
