-- 各合同各考核期的得分、档次与扣款
-- Score, band and deduction of every period
SELECT contract, period, first_day, last_day, state, score, band_zh AS band, deducted
FROM periods
ORDER BY contract, first_day
